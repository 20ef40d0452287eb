"""The files in deploy/ are ones that systemd, Prometheus and nginx take."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from documentation import ROOT, code, pages

from feeds.serve.metrics import METRICS

FOLDER = ROOT / "deploy"


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    text = (FOLDER / "feeds.service").read_text(encoding="utf-8")
    unit = tmp_path / "feeds.service"
    unit.write_text(text.replace("/opt/feeds/bin/feeds", sys.executable), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False, timeout=60
    )
    about = [line for line in done.stderr.splitlines() if "feeds.service" in line]
    assert not about


def test_the_image_is_made_of_what_is_there() -> None:
    text = (FOLDER / "Containerfile").read_text(encoding="utf-8")
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert bases
    assert all(re.fullmatch(r"python:3\.\d+-slim", base) for base in bases)
    for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE):
        for name in line.split()[:-1]:
            assert (ROOT / name).exists(), name
    assert "USER feeds" in text


def alerts() -> list[dict[str, Any]]:
    rules = yaml.safe_load((FOLDER / "alerts.yml").read_text(encoding="utf-8"))
    return [rule for group in rules["groups"] for rule in group["rules"]]


def test_alerts_are_about_metrics_that_there_are() -> None:
    known = {metric.name for metric in METRICS}
    used = {name for rule in alerts() for name in re.findall(r"\bfeeds_[a-z_]+", rule["expr"])}
    assert used
    assert used <= known


def test_alerts_ask_for_the_rise_of_gauges_as_gauges() -> None:
    gauges = {metric.name for metric in METRICS if metric.kind == "gauge"}
    for rule in alerts():
        assert not set(re.findall(r"(?:rate|increase)\((feeds_[a-z_]+)", rule["expr"])) & gauges, rule[
            "alert"
        ]


def test_every_file_is_in_the_documentation() -> None:
    for file in FOLDER.iterdir():
        assert file.read_text(encoding="utf-8").rstrip() in pages()["reference/deployment.md"]


def test_what_is_shown_of_nginx_is_taken_by_nginx(tmp_path: Path) -> None:
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed")
    texts = [piece.text for piece in code("operations.md") if piece.language == "nginx"]
    assert len(texts) == 2
    location, server = texts
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets/feeds.conf").write_text(location, encoding="utf-8")
    plain = server.replace("listen 443 ssl;", "listen 127.0.0.1:8443;")
    whole = f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{ access_log off;\n{plain}\n}}\n"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")
    command = ["nginx", "-t", "-q", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr

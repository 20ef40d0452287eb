// RSS by npm's feed.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Feed } from "feed";

const made = new Feed({ title: "Приморский вестник", link: "https://vestnik.example/", description: "Новости Приморска", id: "https://vestnik.example/" });
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const record = JSON.parse(line);
  const cover = record.images[0];
  made.addItem({
    title: record.title, id: record.id, link: record.url, description: record.lead, content: record.body,
    author: record.authors, date: new Date(record.published), category: record.tags.map((name) => ({ name })),
    enclosure: { url: cover.url, length: cover.length, type: cover.type },
  });
}
process.stdout.write(String(Buffer.byteLength(made.rss2())));

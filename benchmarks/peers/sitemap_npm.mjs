// A sitemap by npm's sitemap, in parts of 50,000 addresses.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { SitemapStream } from "sitemap";

let bytes = 0;
let stream = null;
let count = 0;
const ended = [];
function next() {
  stream?.end();
  stream = new SitemapStream({ hostname: "https://vestnik.example/" });
  stream.on("data", (chunk) => { bytes += chunk.length; });
  ended.push(new Promise((resolve, reject) => { stream.on("end", resolve); stream.on("error", reject); }));
}
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  if (count++ % 50000 === 0) next();
  const record = JSON.parse(line);
  const entry = { url: record.url, lastmod: record.published, img: [{ url: record.images[0].url }] };
  if (!stream.write(entry)) await new Promise((resolve) => stream.once("drain", resolve));
}
stream?.end();
await Promise.all(ended);
process.stdout.write(String(bytes));

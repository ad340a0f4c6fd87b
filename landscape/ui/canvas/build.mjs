// Bundles src/ into dist/ and writes there what it was built from.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const BUILT_FROM = ["build.mjs", "package.json", "tsconfig.json"];

await rm("dist", { recursive: true, force: true });
await mkdir("dist");

// The name carries the hash: browsers keep the files, and a changed bundle is another address.
const { outputFiles } = await build({
  entryPoints: { canvas: "src/index.ts" },
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  write: false,
  outdir: "dist",
});
const bundle = {};
const write = async (stem, extension, bytes) => {
  const digest = sha256(bytes);
  const name = `${stem}-${digest.slice(0, 10)}.${extension}`;
  await writeFile(`dist/${name}`, bytes);
  bundle[name] = digest;
};
await write("canvas", "js", outputFiles[0].contents);
await write("canvas", "css", await readFile("src/canvas.css"));

const sources = {};
for (const name of (await readdir("src")).sort()) {
  sources[`src/${name}`] = sha256(await readFile(`src/${name}`));
}
for (const name of BUILT_FROM) sources[name] = sha256(await readFile(name));
const lock = sha256(await readFile("package-lock.json"));
await writeFile("dist/BUILD.json", `${JSON.stringify({ bundle, lock, sources }, null, 2)}\n`);

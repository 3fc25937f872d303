#!/usr/bin/env node
// Runs the program of the package for this system, which npm chose among the optional dependencies.
"use strict";

const { spawnSync } = require("node:child_process");

const name = `variorum-${process.platform}-${process.arch}`;
const program = process.platform === "win32" ? "variorum.exe" : "variorum";

let path;
try {
  path = require.resolve(`${name}/${program}`);
} catch {
  console.error(`error: the package ${name} is not installed; either no release is made for this system, or`);
  console.error("optional dependencies were left out (npm install --include=optional)");
  process.exit(2);
}

const ended = spawnSync(path, process.argv.slice(2), { stdio: "inherit" });
if (ended.error) {
  console.error(`error: cannot start ${path}: ${ended.error.message}`);
  process.exit(2);
}
// As a shell says it of a program that a signal ended.
process.exit(ended.status ?? 128 + 15);

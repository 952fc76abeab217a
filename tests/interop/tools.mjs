// One JSON request a line on standard input, one JSON answer a line on standard output, in the same order.
//   { "tool": "jsonata", "expression": "...", "input": ..., "bindings": { "states": ... } }  ->  { "value": ... }
//   { "tool": "asl", "definition": { ... } }                                                ->  { "value": [ messages ] }
//   { "tool": "trino", "statement": "..." }                                                 ->  { "value": [ messages ] }
//   { "tool": "sarif", "text": "..." }                                                      ->  { "value": [ messages ] }
// What goes wrong in a request is its answer: { "error": "..." }.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import sarifMultitool from "@microsoft/sarif-multitool";
import jsonata from "jsonata";
import aslValidator from "asl-validator";

register("./extensionless.mjs", import.meta.url);

const tools = {
  async jsonata({ expression, input, bindings }) {
    const value = await jsonata(expression).evaluate(input, bindings ?? {});
    return value === undefined ? null : value;
  },
  async asl({ definition }) {
    // Paths are checked for JSONPath only: in JSONata states there are none.
    const { errors } = aslValidator(definition, { checkPaths: true, checkArn: true });
    return errors.map(error => error.Message ?? JSON.stringify(error));
  },
  async trino({ statement }) {
    // Loaded when asked for: the grammars are large.
    const { TrinoSQL } = await import("dt-sql-parser/dist/parser/trino/index.js");
    return new TrinoSQL().validate(statement).map(error => `${error.startLine}:${error.startColumn} ${error.message}`);
  },
  async sarif({ text }) {
    const folder = mkdtempSync(join(tmpdir(), "sarif-"));
    try {
      const file = join(folder, "report.sarif");
      writeFileSync(file, text);
      const { error, stdout } = spawnSync(sarifMultitool, ["validate", file], { encoding: "utf8" });
      if (error) throw error;
      if (!stdout.includes("Analysis completed")) throw new Error(stdout);
      return stdout.split(/\r?\n/).filter(line => /\): (error|warning) /.test(line)).map(line => line.slice(line.indexOf("): ") + 3));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = { value: await tools[request.tool](request) };
  } catch (error) {
    answer = { error: error.message ?? String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}

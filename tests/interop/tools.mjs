// One JSON request a line on standard input, one JSON answer a line on standard output, in the same order.
//   { "tool": "jsonata", "expression": "...", "input": ..., "bindings": { "states": ... } }  ->  { "value": ... }
//   { "tool": "asl", "definition": { ... } }                                                ->  { "value": [ messages ] }
// What goes wrong in a request is its answer: { "error": "..." }.
import { createInterface } from "node:readline";
import jsonata from "jsonata";
import aslValidator from "asl-validator";

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

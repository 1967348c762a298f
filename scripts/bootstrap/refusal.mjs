/**
 * Something the person at the keyboard can put right. Printed without a stack; the message says
 * what is wrong and the way out.
 */
export class Refusal extends Error {
  /** @param {string} problem @param {string} [wayOut] */
  constructor(problem, wayOut) {
    super(wayOut === undefined ? problem : `${problem}\n${wayOut}`);
    this.name = "Refusal";
  }
}

/**
 * Runs a command's main function: a Refusal is printed plainly, and both it and a fault of ours
 * end in exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}

/** Prints the closing line "N passed, N failed, N skipped" for all projects; with CI=true a skipped test fails the run. */
module.exports = class ClosingLine {
  #error;

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    if (process.env.CI === 'true' && skipped > 0) this.#error = new Error(`${skipped} tests were skipped, and CI=true allows none`);
    if (results.numTotalTests === 0) this.#error = new Error('no test ran');
    process.once('exit', () => process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`));
  }

  getLastError() {
    return this.#error;
  }
};

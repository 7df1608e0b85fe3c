/** What ran before jest, in the same counts. */
const before = JSON.parse(process.env.LIUQU_TESTS_COUNTED ?? '{"passed":0,"failed":0,"skipped":0}');

/**
 * Prints the closing line "N passed, N failed, N skipped" for all projects, what was counted before jest included; with CI=true a
 * skipped test fails the run.
 */
module.exports = class ClosingLine {
  #error;

  onRunComplete(_contexts, results) {
    const passed = before.passed + results.numPassedTests;
    const failed = before.failed + results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = before.skipped + results.numPendingTests + results.numTodoTests;
    if (process.env.CI === 'true' && skipped > 0) this.#error = new Error(`${skipped} tests were skipped, and CI=true allows none`);
    if (results.numTotalTests === 0) this.#error = new Error('no test ran');
    process.once('exit', () => process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`));
  }

  getLastError() {
    return this.#error;
  }
};

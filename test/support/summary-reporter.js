/** Jest's last word as one plain line: `12 passed, 0 failed`, and how many were skipped where any were. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    // A file that could not be read at all has no tests, but it has failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const words = [`${results.numPassedTests} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
    process.stdout.write(`${words.join(', ')}\n`);
  }
}

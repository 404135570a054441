/** Whether a status says that a server failed. What lies outside HTTP's ranges (999 against robots) is an answer like any other. */
export function isServerError(status: number | null): boolean {
  return status !== null && status >= 500 && status <= 599;
}

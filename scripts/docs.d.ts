/** How each generated file is made from the list of checks, by its path. */
export const generated: Record<string, (checks: readonly { id: string; severity: string; summary: string }[]) => string>;

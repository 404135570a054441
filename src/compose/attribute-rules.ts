/** Rules by attribute path (`services.*.ports`, `configs.*.file`), where `*` stands for any key and for any item of a list. */

export interface Rules<T> {
  rule?: T;
  next: Map<string, Rules<T>>;
}

export function rulesOf<T>(table: Record<string, T>): Rules<T> {
  const top: Rules<T> = { next: new Map() };
  for (const [path, rule] of Object.entries(table)) {
    let at = top;
    for (const part of path.split('.')) {
      let next = at.next.get(part);
      if (next === undefined) {
        next = { next: new Map() };
        at.next.set(part, next);
      }
      at = next;
    }
    at.rule = rule;
  }
  return top;
}

/** The rules below a key, or undefined when nothing is ruled there. */
export function below<T>(rules: Rules<T> | undefined, key: string): Rules<T> | undefined {
  return rules?.next.get(key) ?? rules?.next.get('*');
}

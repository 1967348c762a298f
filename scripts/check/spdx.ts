const tokens = /\(|\)|[^\s()]+/g;

/**
 * Whether an SPDX licence expression can be met with the allowed licences alone: `OR` needs one
 * side, `AND` needs both and binds tighter, `WITH` is part of the licence's name.
 */
export function satisfies(expression: string, allowed: ReadonlySet<string>): boolean {
  const words = expression.replace(/\s+WITH\s+/g, "-with-").match(tokens) ?? [];
  let at = 0;
  const readOne = (): boolean => {
    const word = words[at++];
    if (word !== "(") return word !== undefined && allowed.has(word);
    const inner = readEither();
    at++;
    return inner;
  };
  const readAll = (): boolean => {
    let good = readOne();
    while (words[at] === "AND") {
      at++;
      good = readOne() && good;
    }
    return good;
  };
  const readEither = (): boolean => {
    let good = readAll();
    while (words[at] === "OR") {
      at++;
      good = readAll() || good;
    }
    return good;
  };
  return readEither() && at === words.length;
}

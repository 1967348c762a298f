import type { Tree } from "./tree.ts";

export type Violation = { path: string; line: number; message: string };

export type Rule = {
  name: string;
  check: (tree: Tree) => Violation[] | Promise<Violation[]>;
};

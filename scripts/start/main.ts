// `npm start` after the installation: the built programs, as in production.
import { runMain } from "../bootstrap/refusal.mjs";
import { runAtrium } from "./run-atrium.ts";

await runMain(() =>
  runAtrium({ build: true, echo: false, web: (spec) => spec, worker: (spec) => spec }),
);

import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { plainEnvironment } from "./environment.ts";

test("the tools of the project and its settings stay behind, the way to the network comes along", () => {
  const environment = plainEnvironment({
    PATH: ["/a/node_modules/.bin", "/usr/bin"].join(delimiter),
    HOME: "/home/somebody",
    https_proxy: "http://proxy",
    DATABASE_URL: "postgres://somewhere",
    ATRIUM_DEMO: "0",
    NODE_ENV: "test",
  });
  expect(environment).toEqual({
    PATH: "/usr/bin",
    HOME: "/home/somebody",
    https_proxy: "http://proxy",
  });
});

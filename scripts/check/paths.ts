/** Files whose text a tool writes: nobody reads them line by line, so no size holds for them. */
const generated = [
  /(^|\/)migrations\//,
  /(^|\/)pnpm-lock\.yaml$/,
  /^packages\/db\/.*dump.*\.sql$/,
  /^packages\/db\/schema\.sql$/,
];

export const isGenerated = (path: string): boolean => generated.some((form) => form.test(path));

export const isCode = (path: string): boolean =>
  /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) && !isGenerated(path);

export const isTest = (path: string): boolean => /\.(?:test|spec)\.tsx?$/.test(path);

/** Code that is not a test. */
export const isSource = (path: string): boolean => isCode(path) && !isTest(path);

export const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

export const folderOf = (path: string): string =>
  path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";

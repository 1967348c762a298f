"use client";
import { ErrorContent, type ErrorContentProps } from "../../features/shell/error-content.tsx";

/** Inside the shell: one page failed, the way to the others still works. */
export default function ErrorInShell(props: ErrorContentProps) {
  return <ErrorContent {...props} />;
}

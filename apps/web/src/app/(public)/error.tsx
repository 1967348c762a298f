"use client";
import { ErrorContent, type ErrorContentProps } from "../../features/shell/error-content.tsx";

export default function ErrorPage(props: ErrorContentProps) {
  return (
    <main>
      <ErrorContent {...props} />
    </main>
  );
}

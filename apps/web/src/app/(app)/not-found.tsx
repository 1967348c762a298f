import { NotFoundContent } from "../../features/shell/not-found-content.tsx";

/** Inside the shell, so that the way on is one press away. */
export default function NotFoundInShell() {
  return <NotFoundContent />;
}

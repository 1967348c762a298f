import { NotFoundContent } from "../features/shell/not-found-content.tsx";

export default function NotFoundPage() {
  return (
    <main>
      <NotFoundContent />
    </main>
  );
}

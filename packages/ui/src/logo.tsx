/** The mark: an archway. Without the wordmark the name is still read aloud. */
export function Logo({ wordmark = true }: { wordmark?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5 text-lg font-bold tracking-tight text-ink">
      <svg viewBox="0 0 26 26" aria-hidden="true" className="size-6.5 shrink-0">
        <rect width="26" height="26" rx="6" className="fill-act" />
        <path
          d="M6 21V12a7 7 0 0 1 14 0v9h-4v-9a3 3 0 0 0-6 0v9z"
          className="fill-act-ink forced-colors:fill-[Canvas]"
        />
      </svg>
      {wordmark ? "Atrium" : <span className="sr-only">Atrium</span>}
    </span>
  );
}

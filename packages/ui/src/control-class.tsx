/** The look every text control shares. 16 px text, or iOS zooms the page when the control gets focus. */
export const controlClass =
  "w-full rounded-md border border-edge bg-surface px-3 text-base text-ink " +
  "aria-invalid:border-bad aria-invalid:border-2 disabled:opacity-60";

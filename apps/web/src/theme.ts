export const themeCookie = "atrium.theme";
export type Theme = "light" | "dark";

/** The theme a person chose, or undefined to follow the device. */
export function readTheme(value: string | undefined): Theme | undefined {
  return value === "light" || value === "dark" ? value : undefined;
}

/**
 * Public pages come from a cache shared by all readers, without a theme; this sets the reader's own
 * before the first paint.
 */
export const themeScript = `{const m=/(?:^|; )${themeCookie.replace(".", "\\.")}=(light|dark)/.exec(document.cookie);if(m)document.documentElement.dataset.theme=m[1]}`;

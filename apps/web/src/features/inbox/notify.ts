import type { ToastText } from "@atrium/ui/toast";

/** Shows a notice; the code for it is loaded with the inbox, not with every page. */
export async function notify(text: ToastText): Promise<void> {
  // Where notices appear says by itself that their code could not be loaded.
  const toast = await import("@atrium/ui/toast").catch(() => null);
  toast?.showToast(text);
}

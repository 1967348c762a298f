import type { ToastText } from "@atrium/ui/toast";

/** Shows a notice; the code for it is loaded with the inbox, not with every page. */
export async function notify(text: ToastText): Promise<void> {
  const { showToast } = await import("@atrium/ui/toast");
  showToast(text);
}

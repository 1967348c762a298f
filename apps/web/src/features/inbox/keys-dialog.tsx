"use client";
import { Dialog } from "@atrium/ui/dialog";
import { Kbd } from "@atrium/ui/kbd";
import { Table } from "@atrium/ui/table";
import { useTranslations } from "next-intl";
import { useSingleKeysEnabled } from "./use-single-keys.ts";

const keys = [
  ["j", "next"],
  ["k", "previous"],
  ["c", "claim"],
  ["r", "reply"],
  ["n", "note"],
  ["e", "done"],
  ["Esc", "leave"],
  ["?", "help"],
] as const;

/** All keys of the inbox, and the switch that turns them off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("inbox.help");
  const common = useTranslations("common");
  const [enabled, setEnabled] = useSingleKeysEnabled();
  return (
    <Dialog open onOpenChange={onClose} title={t("title")} closeLabel={common("close")}>
      <label className="mb-2 flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => setEnabled(event.target.checked)}
          className="size-6 accent-act"
        />
        {t("enabled")}
      </label>
      <Table
        caption={t("title")}
        rows={[...keys]}
        rowKey={([key]) => key}
        columns={[
          { key: "key", head: t("key"), cell: ([key]) => <Kbd>{key}</Kbd> },
          { key: "does", head: t("does"), cell: ([, does]) => t(does) },
        ]}
      />
    </Dialog>
  );
}

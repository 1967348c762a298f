"use client";
import { Button } from "@atrium/ui/button";
import { Dialog } from "@atrium/ui/dialog";
import { Field } from "@atrium/ui/field";
import { Select } from "@atrium/ui/select";
import { SkeletonList } from "@atrium/ui/skeleton";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { trpc, useCacheTools } from "../../trpc/client.ts";
import { Failure } from "../shell/failure.tsx";
import type { Ticket } from "../tickets/models.ts";
import { notify } from "./notify.ts";

interface Props {
  ticket: Ticket;
  /** The ticket is somebody else's now; says so in words. */
  onTaken: (text: string) => void;
  onClose: () => void;
}

/** Gives a ticket to another member of the course's staff. */
export function ReassignDialog(props: Props) {
  const { ticket, onClose } = props;
  const t = useTranslations("inbox.reassign");
  const common = useTranslations("common");
  const staff = trpc.tickets.listStaff.useQuery({ ticketId: ticket.id });
  const others = staff.data?.items.filter(({ id }) => id !== ticket.assignee?.id);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("title")}
      description={t("text")}
      closeLabel={common("close")}
    >
      {staff.isPending && <SkeletonList label={common("loading")} rows={1} />}
      {staff.isError && <Failure error={staff.error} retry={() => void staff.refetch()} />}
      {others?.length === 0 && <p>{t("none")}</p>}
      {others && others.length > 0 && <ReassignForm {...props} people={others} />}
    </Dialog>
  );
}

function ReassignForm({
  ticket,
  people,
  onTaken,
  onClose,
}: Props & { people: { id: string; name: string }[] }) {
  const t = useTranslations("inbox.reassign");
  const inbox = useTranslations("inbox");
  const common = useTranslations("common");
  const utils = useCacheTools();
  const [assigneeId, setAssigneeId] = useState("");
  const [missing, setMissing] = useState(false);
  const choice = useRef<HTMLSelectElement>(null);
  // The dialog is open before the people are here, so its own first focus found only the way out.
  useEffect(() => choice.current?.focus(), []);
  const reassign = trpc.tickets.reassign.useMutation({
    networkMode: "always",
    onSuccess(changed) {
      utils.tickets.get.setData({ ticketId: ticket.id }, changed);
      void utils.invalidate("tickets");
      const name = changed.assignee?.name ?? "";
      const title = inbox("handedOver", { name, number: ticket.number });
      onTaken(title);
      void notify({ title });
      onClose();
    },
  });

  function submit() {
    setMissing(assigneeId === "");
    if (assigneeId !== "") reassign.mutate({ ticketId: ticket.id, assigneeId });
  }

  return (
    <div className="flex flex-col gap-4">
      <Field id="assignee" label={t("who")} error={missing && t("choose")}>
        {(control) => (
          <Select
            {...control}
            ref={choice}
            value={assigneeId}
            options={[
              { value: "", label: t("choose") },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ target }) => setAssigneeId(target.value)}
          />
        )}
      </Field>
      {reassign.isError && <Failure error={reassign.error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button
          variant="primary"
          pending={reassign.isPending}
          pendingLabel={t("pending")}
          onClick={submit}
        >
          {t("submit")}
        </Button>
      </div>
    </div>
  );
}

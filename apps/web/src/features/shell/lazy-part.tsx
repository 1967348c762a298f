"use client";
import { Button } from "@atrium/ui/button";
import { useTranslations } from "next-intl";
import { type ComponentType, useCallback, useEffect, useState } from "react";

interface Source<Props> {
  load(): Promise<ComponentType<Props>>;
  loaded: ComponentType<Props> | null;
}

/**
 * A component whose code is loaded when it is first shown, or before that by `preload`. When its code cannot be
 * loaded the page lives on: a note says so, and it is tried again on demand and when the network is back.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const source: Source<Props> = { load, loaded: null };
  const render = (props: Props) => <LazyPart source={source} props={props} />;
  return Object.assign(render, { preload: () => void fetchPart(source).catch(() => undefined) });
}

/** Parts that fail do so together, and their notes lie on one another: one press tries all of them again. */
const missing = new Set<() => void>();

function retryAll(): void {
  for (const attempt of missing) attempt();
}

async function fetchPart<Props>(source: Source<Props>): Promise<ComponentType<Props>> {
  source.loaded ??= await source.load();
  return source.loaded;
}

interface LazyPartProps<Props> {
  source: Source<Props>;
  props: Props;
}

function LazyPart<Props extends object>({ source, props }: LazyPartProps<Props>) {
  const [Part, setPart] = useState(() => source.loaded);
  const [failed, setFailed] = useState(false);
  const attempt = useCallback(() => {
    setFailed(false);
    fetchPart(source).then(
      (part) => setPart(() => part),
      () => setFailed(true),
    );
  }, [source]);
  useEffect(() => {
    attempt();
    window.addEventListener("online", attempt);
    return () => window.removeEventListener("online", attempt);
  }, [attempt]);
  useEffect(() => {
    if (!failed) return;
    missing.add(attempt);
    return () => void missing.delete(attempt);
  }, [failed, attempt]);
  if (Part) return <Part {...props} />;
  return failed ? <NotLoaded retry={retryAll} /> : null;
}

function NotLoaded({ retry }: { retry: () => void }) {
  const t = useTranslations("common");
  return (
    <div
      role="alert"
      className="fixed inset-x-3 bottom-20 z-50 flex items-center gap-3 rounded-md border border-bad bg-surface px-4 py-2 shadow-raised sm:right-auto sm:w-96 md:bottom-6 md:left-6"
    >
      <p className="min-w-0 flex-1">{t("notLoaded")}</p>
      <Button size="sm" onClick={retry}>
        {t("retry")}
      </Button>
    </div>
  );
}

/** Loads parts that may be needed later, once the page has nothing better to do. */
export function usePreload(...parts: { preload: () => void }[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, after the page has come up
  useEffect(() => {
    const run = () => {
      for (const part of parts) part.preload();
    };
    // Safari has no idle callbacks.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(run, 2_000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(run, { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }, []);
}

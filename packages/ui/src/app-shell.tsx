import { clsx } from "clsx";
import type { ElementType, ReactNode } from "react";
import { Avatar } from "./avatar.tsx";
import { Logo } from "./logo.tsx";
import { Count } from "./tag.tsx";

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  current: boolean;
  count?: { value: number; label: string; strong?: boolean };
};

type Props = {
  nav: NavItem[];
  navLabel: string;
  homeHref: string;
  skipLabel: string;
  /** The person's own page: last in the phone's bar, at the foot of the rail on desktop. */
  account: NavItem & { name: string };
  link?: ElementType;
  children: ReactNode;
};

/**
 * The frame of every signed-in page: one <nav> that is a rail on desktop and a bottom bar on phones, so that
 * the order of focus and of reading is the same on both. On a very low or narrow screen (a zoomed one) a
 * bar would cover too much of the page, so there it scrolls away with it.
 */
export function AppShell({
  nav,
  navLabel,
  homeHref,
  skipLabel,
  account,
  link: Anchor = "a",
  children,
}: Props) {
  return (
    <div className="flex min-h-dvh flex-col-reverse md:flex-row">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-act px-4 py-2 font-semibold text-act-ink focus:translate-y-0"
      >
        {skipLabel}
      </a>
      <div
        className={clsx(
          "z-30 border-line bg-surface pb-safe md:bg-paper",
          "sticky bottom-0 border-t [@media(max-height:400px)]:static [@media(max-width:359px)]:static",
          "md:top-0 md:bottom-auto md:flex md:h-dvh md:w-48 md:shrink-0 md:flex-col md:border-t-0 md:border-r md:px-3 md:py-4",
          "md:overflow-y-auto",
        )}
      >
        <nav aria-label={navLabel} className="md:flex md:flex-1 md:flex-col">
          <Anchor href={homeHref} className="mb-4 hidden px-2.5 py-1 no-underline md:block">
            <Logo />
          </Anchor>
          <ul className="flex md:flex-1 md:flex-col md:gap-1">
            {nav.map((item) => (
              <li key={item.href} className="flex-1 md:flex-none">
                <NavLink item={item} link={Anchor} />
              </li>
            ))}
            <li className="flex-1 md:mt-auto md:flex-none">
              <NavLink item={account} link={Anchor} name={account.name} />
            </li>
          </ul>
        </nav>
      </div>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}

function NavLink({
  item,
  link: Anchor,
  name,
}: {
  item: NavItem;
  link: ElementType;
  name?: string;
}) {
  return (
    <Anchor
      href={item.href}
      aria-current={item.current ? "page" : undefined}
      className={clsx(
        "relative flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs font-semibold text-muted no-underline",
        "md:min-h-10 md:flex-row md:justify-start md:gap-2.5 md:rounded-md md:px-2.5 md:text-base md:text-ink",
        "hover:text-act md:hover:bg-act-soft",
        "aria-[current]:text-act md:aria-[current]:bg-act-soft md:aria-[current]:text-act",
        "forced-colors:aria-[current]:underline",
      )}
    >
      <span className={clsx("shrink-0 [&_svg]:size-5", name && "md:hidden")}>{item.icon}</span>
      {name && (
        <span className="hidden md:block">
          <Avatar name={name} />
        </span>
      )}
      <span className={clsx("max-w-full truncate", name && "md:sr-only")}>{item.label}</span>
      {name && (
        <span title={name} className="hidden min-w-0 truncate text-md font-medium md:block">
          {name}
        </span>
      )}
      {item.count && (
        <span className="absolute top-1 left-1/2 ml-1 md:static md:ml-auto">
          <Count {...item.count} />
        </span>
      )}
    </Anchor>
  );
}

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  transpilePackages: ["@atrium/api", "@atrium/domain", "@atrium/ui"],
  // The node:http server in front sets every header of its own; this one only names the framework.
  poweredByHeader: false,
  // Pages carry a nonce per request, so no two bodies are equal; public pages get theirs from the cache.
  generateEtags: false,
  // `pnpm typecheck` checks the same files; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Pages get their messages compiled (src/i18n/compiled-messages.ts), so no browser loads a parser.
  turbopack: {
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  agentRules: false,
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);

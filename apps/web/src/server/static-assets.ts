import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathOf } from "./route-class.ts";

type Handle = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

interface Asset {
  file: string;
  size: number;
  type: string;
}

const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=UTF-8",
};

/**
 * Answers requests for assets that the build has compressed with Brotli, and leaves all others to `next`,
 * which compresses with gzip. Only names found in the folder at the start are served: no path leads out.
 */
export function createStaticAssets(folder: string, next: Handle): Handle {
  const assets = findCompressed(folder);
  return async (req, res) => {
    const asset = assets.get(pathOf(req.url));
    if (!asset || !acceptsBrotli(req.headers["accept-encoding"])) return next(req, res);
    res.writeHead(200, {
      "content-type": asset.type,
      "content-encoding": "br",
      "content-length": asset.size,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
    });
    if (req.method === "HEAD") return void res.end();
    // A reader who leaves half-way ends the pipeline; there is nobody left to tell.
    await pipeline(createReadStream(asset.file), res).catch(() => res.destroy());
  };
}

function findCompressed(folder: string): Map<string, Asset> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => name.endsWith(".br"))
      .flatMap((name) => {
        const plain = name.slice(0, -".br".length);
        const type = types[extname(plain)];
        const file = join(folder, name);
        if (!type) return [];
        return [[`/_next/static/${plain}`, { file, size: statSync(file).size, type }]];
      }),
  );
}

function acceptsBrotli(header: string | string[] | undefined): boolean {
  return /(?:^|,)\s*br\s*(?:,|$|;\s*q=(?!0(?:\.0*)?\s*(?:,|$)))/.test(String(header ?? ""));
}

// `pnpm atrium <command>`: the operator's tool.
import { commandContext } from "./atrium/context.ts";
import { dispatch } from "./atrium/dispatch.ts";

process.exitCode = await dispatch(process.argv.slice(2), commandContext());

// Starts a Bluesky server (PDS) and its directory of ids: node pds_server.mjs HOME PORT DIRECTORY_PORT
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [home, port, directory] = process.argv.slice(2);
const installed = join(home, "node_modules", "@atproto", "dev-env", "dist", "index.js");
const { TestNetworkNoAppView } = await import(pathToFileURL(installed).href);

await TestNetworkNoAppView.create({
  pds: { port: Number(port), hostname: "localhost", enableDidDocWithSession: true },
  plc: { port: Number(directory) },
});

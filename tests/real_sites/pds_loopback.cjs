// Loaded before the server: it listens on every interface by itself, and a test's server must not.
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function onLoopback(...given) {
  const [first, ...rest] = given;
  if (typeof first === "number" || typeof first === "string") {
    const others = rest.filter((one) => typeof one === "function");
    return listen.call(this, { port: Number(first), host: "127.0.0.1" }, ...others);
  }
  if (first !== null && typeof first === "object" && "port" in first) {
    return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  }
  return listen.apply(this, given);
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 9)) {
  throw new Error(`Liuqu needs Node 24.9 or newer; this is ${process.versions.node}. Run "npm ci" so that the pinned Node is installed.`);
}

import { connect, createServer, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

interface Cut {
  readonly isWrite: (request: Buffer) => boolean;
  readonly done: () => void;
  armedOn?: Pair;
}

/** Stands between a client and a server, and can lose an answer, every connection, or the way itself. */
export class CuttingProxy {
  private readonly pairs = new Set<Pair>();
  private cut: Cut | undefined;
  private readonly mute = new Set<Pair>();
  private isSevered = false;

  private constructor(
    private readonly listener: Server,
    private readonly target: { readonly host: string; readonly port: number },
  ) {}

  static async to(host: string, port: number): Promise<CuttingProxy> {
    const listener = createServer();
    const proxy = new CuttingProxy(listener, { host, port });
    listener.on('connection', (client) => proxy.join(client));
    await new Promise<void>((resolve, reject) => listener.once('error', reject).listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.listener.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Lets the next request that is a write reach the server, and cuts its connection at the first byte of the answer; resolves then. */
  async cutAnswerTo(isWrite: (request: Buffer) => boolean): Promise<void> {
    await new Promise<void>((done) => (this.cut = { isWrite, done }));
  }

  /** Cuts all connections; new ones are let through. */
  cutAll(): void {
    for (const pair of this.pairs) this.part(pair);
  }

  /** The present connections stay open but get no answer any more, as when the server's machine has gone; new ones are let through. */
  muteAll(): void {
    for (const pair of this.pairs) this.mute.add(pair);
  }

  /** Cuts all connections for good, as when the machine of the client has gone. */
  sever(): void {
    this.isSevered = true;
    this.cutAll();
  }

  async close(): Promise<void> {
    this.sever();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    if (this.isSevered) {
      client.destroy();
      return;
    }
    const pair = { client, server: connect(this.target.port, this.target.host) };
    this.pairs.add(pair);
    for (const socket of [pair.client, pair.server]) {
      socket.setNoDelay(true);
      socket.on('error', () => this.part(pair));
      socket.on('close', () => this.part(pair));
    }
    client.on('data', (request) => {
      if (this.cut && !this.cut.armedOn && this.cut.isWrite(request)) this.cut.armedOn = pair;
      pair.server.write(request);
    });
    pair.server.on('data', (answer) => this.pass(pair, answer));
  }

  private pass(pair: Pair, answer: Buffer): void {
    if (this.mute.has(pair)) return;
    if (this.cut?.armedOn !== pair) {
      pair.client.write(answer);
      return;
    }
    this.part(pair);
    this.cut.done();
    this.cut = undefined;
  }

  private part(pair: Pair): void {
    this.pairs.delete(pair);
    this.mute.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  }
}

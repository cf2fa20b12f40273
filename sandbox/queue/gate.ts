import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../n8n/process';

/** The way to a server, which can be closed: a server that is away, and keeps its records. */
export class Gate {
	private server?: Server;
	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly target: URL,
		private readonly port: number,
	) {}

	/** @param url of the server, on loopback */
	static async to(url: string): Promise<Gate> {
		const gate = new Gate(new URL(url), await freePort());
		await gate.open();
		return gate;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async open(): Promise<void> {
		this.server = createServer((socket) => {
			const onward = connect(Number(this.target.port), this.target.hostname);
			for (const one of [socket, onward]) {
				this.sockets.add(one);
				one.on('error', () => undefined);
				one.on('close', () => {
					this.sockets.delete(one);
					socket.destroy();
					onward.destroy();
				});
			}
			socket.pipe(onward).pipe(socket);
		}).listen(this.port, '127.0.0.1');
		await once(this.server, 'listening');
	}

	/** From now on connections are refused, and those there are have broken. */
	async close(): Promise<void> {
		const { server } = this;
		if (!server?.listening) return;
		const closed = once(server, 'close');
		server.close();
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}
}

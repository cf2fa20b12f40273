import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../n8n/process';

/** Stands between n8n and a server, and can be closed: then the server seems to be away, and keeps its records. */
export class Gate {
	private server?: Server;
	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly target: URL,
		private readonly port: number,
	) {}

	/**
	 * Opens a gate to a server.
	 *
	 * @param url of the server, on loopback
	 * @returns the gate, open
	 */
	static async to(url: string): Promise<Gate> {
		const gate = new Gate(new URL(url), await freePort());
		await gate.open();
		return gate;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Listens on the same port as before, and passes everything on. */
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

	/** Refuses connections from now on, and breaks those that are open. */
	async close(): Promise<void> {
		const { server } = this;
		if (!server?.listening) return;
		const closed = once(server, 'close');
		server.close();
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}
}

// A mail server that takes everything and keeps only what is needed to find doubles; in a process of its own, so that it costs both sides the same.
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import process from 'node:process';

const END = Buffer.from('\r\n.\r\n');
const ID = Buffer.from('\nMessage-ID: <');
const CRLF = Buffer.from('\r\n');

let messages = 0;
let bytes = 0;
let seen = new Set<string>();
let doubles = 0;

function take(message: Buffer) {
  messages += 1;
  bytes += message.length;
  const at = message.indexOf(ID);
  const id = message.toString('latin1', at + ID.length, message.indexOf('>', at + ID.length));
  if (seen.has(id)) doubles += 1;
  seen.add(id);
}

function serve(socket: Socket) {
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.write('220 sink.example ESMTP\r\n');
  let rest: Buffer = Buffer.alloc(0);
  let isText = false;
  socket.on('data', (piece: Buffer) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let answers = '';
    for (;;) {
      if (isText) {
        const end = rest.indexOf(END);
        if (end === -1) break;
        take(rest.subarray(0, end));
        rest = rest.subarray(end + END.length);
        isText = false;
        answers += '250 2.0.0 Ok\r\n';
        continue;
      }
      const end = rest.indexOf(CRLF);
      if (end === -1) break;
      const verb = rest.toString('latin1', 0, 4).toUpperCase();
      rest = rest.subarray(end + 2);
      if (verb === 'DATA') {
        isText = true;
        answers += '354 Go\r\n';
      } else if (verb === 'EHLO') answers += '250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';
      else answers += verb === 'QUIT' ? '221 Bye\r\n' : '250 Ok\r\n';
    }
    if (answers !== '') socket.write(answers);
  });
}

const server = createServer(serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});

process.on('message', () => {
  process.send?.({ messages, bytes, doubles, distinct: seen.size });
  [messages, bytes, doubles, seen] = [0, 0, 0, new Set()];
});
process.on('disconnect', () => process.exit(0));

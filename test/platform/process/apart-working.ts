/** A process that works, waits or writes without end: `apart.int.test.ts` starts it. */
const [word] = process.argv.slice(2);
if (word === 'write') process.stdout.write(`\n${'x'.repeat(2_000_000)}\ny\n\nend\n`);
else if (word === 'wait') setTimeout(() => undefined, 600_000);
else for (;;) Math.random();

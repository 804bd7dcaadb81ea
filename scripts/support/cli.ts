// Moved to src/command.ts; this line goes as soon as nothing imports it.
export * from '../../src/command.ts';

// Style sheets and pictures are imported for their effect: the bundler puts them beside the program.
declare module '*.css';
declare module '*.svg' {
  const address: string;
  export default address;
}

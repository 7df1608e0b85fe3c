declare module 'kafkajs/src/producer/partitioners/default/murmur2' {
  const murmur2: (key: string | Buffer) => number;
  export default murmur2;
}

declare module 'html-encoding-sniffer' {
  /** Gives the name of the encoding that the HTML or XML standard’s algorithm finds. */
  function htmlEncodingSniffer(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding?: string;
      readonly maxPrescanBytes?: number;
    },
  ): string;
  export = htmlEncodingSniffer;
}

// A PNG as a palette of at most 256 colours and a pixel a byte, both in base64.
async (png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const often = [...counts].sort((one, other) => other[1] - one[1]).map(([pixel]) => pixel);
  const parts = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
  const far = (one, other) => one.reduce((sum, part, n) => sum + (part - other[n]) ** 2, 0);
  // Most used first, but none that the eye takes for one that is there already.
  const chosen = [];
  for (const near of [64, 12, 0]) {
    for (const pixel of often) {
      if (chosen.length === 256) break;
      const colour = parts(pixel);
      if (chosen.every((other) => far(colour, other) > near)) chosen.push(colour);
    }
  }
  const places = new Map();
  for (const pixel of often) {
    const distances = chosen.map((colour) => far(parts(pixel), colour));
    places.set(pixel, distances.indexOf(Math.min(...distances)));
  }
  const text = (numbers) => {
    let letters = "";
    for (let at = 0; at < numbers.length; at += 8192)
      letters += String.fromCharCode(...numbers.slice(at, at + 8192));
    return btoa(letters);
  };
  const drawn = Uint8Array.from(pixels, (pixel) => places.get(pixel));
  return { width, height, palette: text(chosen.flat()), pixels: text(drawn) };
}

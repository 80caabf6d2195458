# Pixels in, time in, clean patches out; velocity, guidance and the schedulers' linear updates.
# ends: 0 x_embedder.proj1  1 proj2 weight  2 proj2 bias  3 t mlp.0 weight  4 bias  5 t mlp.2 weight  6 bias
#       7 final_layer2 weight  8 bias  9 embed_tokens  10 language_model.norm

# Embeddings of the AR tokens ids [B, P]; image embeds [B, V, H] replace the rows visual [V].
def embed(ends: List[Tensor], ids: Tensor, images: Tensor, visual: Tensor) -> Tensor:
  x = torch.embedding(ends[9], ids)
  if torch.numel(visual) > 0:
    x = torch.index_copy(x, 1, visual, torch.to(images, x.dtype))
  return x

# The time token: sinusoid of 1000*t, cosines then sines, 256 numbers, through the MLP (TimestepEmbedder). t [B] -> [B, 1, H].
def time(ends: List[Tensor], t: Tensor) -> Tensor:
  freqs = torch.to(torch.exp(torch.div(torch.mul(torch.arange(0, 128, dtype=6), -9.2103403719761836), 128)), t.device)
  args = torch.mul(torch.unsqueeze(torch.mul(t, 1000), 1), torch.unsqueeze(freqs, 0))
  wave = torch.to(torch.cat([torch.cos(args), torch.sin(args)], -1), ends[3].dtype)
  h = torch.silu(torch.linear(wave, ends[3], ends[4]))
  return torch.unsqueeze(torch.linear(h, ends[5], ends[6]), 1)

# Gen tokens: time token, noisy target patches z [B, T, 3072], clean reference patches refs [B, R, 3072] (R may be 0).
def gen_tokens(ends: List[Tensor], z: Tensor, refs: Tensor, t: Tensor) -> Tensor:
  pixels = torch.to(z, ends[0].dtype)
  if torch.numel(refs) > 0:
    pixels = torch.cat([pixels, torch.to(refs, ends[0].dtype)], 1)
  x = torch.linear(torch.linear(pixels, ends[0]), ends[1], ends[2])
  return torch.cat([__torch__.diffusion.time(ends, t), x], 1)

def head(ends: List[Tensor], hidden: Tensor) -> Tensor:
  return torch.to(torch.linear(hidden, ends[7], ends[8]), 6)

# velocity = (x0 - z) / max(s, 0.001), float32
def velocity(x0: Tensor, z: Tensor, s: float) -> Tensor:
  return torch.div(torch.sub(x0, z), s)

def guide(cond: Tensor, uncond: Tensor, scale: float) -> Tensor:
  return torch.add(uncond, torch.mul(torch.sub(cond, uncond), scale))

# acc*p + t*q, the only arithmetic that the schedulers need
def mix(a: Tensor, p: float, b: Tensor, q: float) -> Tensor:
  return torch.add(torch.mul(a, p), torch.mul(b, q))

# Standard normal noise of shape [1, 3, h, w] on the CPU, as patches [1, h/32*w/32, 3072] in (c, y, x) order, times scale.
def noise(h: int, w: int, scale: float, device: str) -> Tensor:
  n = torch.mul(torch.randn([1, 3, h, w], dtype=6), scale)
  return torch.to(__torch__.diffusion.patchify(n), torch.device(device))

def patchify(image: Tensor) -> Tensor:
  h = torch.size(image, 2) // 32
  w = torch.size(image, 3) // 32
  grid = torch.reshape(image, [torch.size(image, 0), 3, h, 32, w, 32])
  return torch.reshape(torch.permute(grid, [0, 2, 4, 1, 3, 5]), [torch.size(image, 0), h * w, 3072])

# Fresh noise like z, clipped at clip standard deviations where clip > 0 (flash scheduler).
def clipped_noise(z: Tensor, clip: float) -> Tensor:
  n = torch.randn([torch.size(z, 0), torch.size(z, 1), torch.size(z, 2)], dtype=6)
  if clip > 0.:
    limit = torch.mul(torch.std(n), clip)
    n = torch.minimum(torch.maximum(n, torch.neg(limit)), limit)
  return torch.to(n, z.device)

# Patches [1, L, 3072] in [-1, 1] to RGB bytes [h, w, 3].
def to_bytes(patches: Tensor, h: int, w: int) -> Tensor:
  grid = torch.reshape(torch.to(patches[0], 6), [h // 32, w // 32, 3, 32, 32])
  rgb = torch.reshape(torch.permute(grid, [0, 3, 1, 4, 2]), [h, w, 3])
  return torch.to(torch.round(torch.clamp(torch.mul(torch.div(torch.add(rgb, 1.), 2.), 255.), 0., 255.)), 0)

# RGB bytes [h, w, 3] to patches [1, L, 3072] in [-1, 1] (float32).
def from_bytes(rgb: Tensor, h: int, w: int) -> Tensor:
  image = torch.div(torch.sub(torch.div(torch.to(torch.reshape(rgb, [1, h, w, 3]), 6), 255.), 0.5), 0.5)
  return __torch__.diffusion.patchify(torch.permute(image, [0, 3, 1, 2]))

# RGB bytes [h, w, 3] to vision patches [1, h*w/patch^2, 3*frames*patch^2] in merge-block order, the still repeated as frames.
def vision_patches(rgb: Tensor, h: int, w: int, patch: int, merge: int, frames: int) -> Tensor:
  image = torch.div(torch.sub(torch.to(torch.reshape(rgb, [h, w, 3]), 6), 127.5), 127.5)
  rows = h // patch
  cols = w // patch
  grid = torch.reshape(image, [rows // merge, merge, patch, cols // merge, merge, patch, 3])
  grid = torch.reshape(torch.permute(grid, [0, 3, 1, 4, 6, 2, 5]), [1, rows * cols, 3, 1, patch * patch])
  return torch.reshape(torch.repeat_interleave(grid, frames, 3), [1, rows * cols, 3 * frames * patch * patch])

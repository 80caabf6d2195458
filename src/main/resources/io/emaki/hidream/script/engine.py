# The module that Java calls. Every argument is a tensor, a list that a method of this module made, or a single
# number or string, so that calls work the same whether or not libtorch is the version DJL was compiled for.
class Engine(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def characters(self: __torch__.Engine) -> List[int]:
    return annotate(List[int], [])
  def add_character(self: __torch__.Engine, list: List[int], value: int) -> int:
    list.append(value)
    return value
  def text(self: __torch__.Engine, list: List[int]) -> str:
    s = ""
    for value in list:
      s = s + chr(value)
    return s
  def seed(self: __torch__.Engine, seed: int) -> int:
    generator = torch.manual_seed(seed)
    return seed
  def tensors(self: __torch__.Engine) -> List[Tensor]:
    return annotate(List[Tensor], [])
  def add_tensor(self: __torch__.Engine, list: List[Tensor], t: Tensor) -> int:
    list.append(t)
    return torch.len(list)
  def groups(self: __torch__.Engine) -> List[List[Tensor]]:
    return annotate(List[List[Tensor]], [])
  def add_group(self: __torch__.Engine, groups: List[List[Tensor]], list: List[Tensor]) -> int:
    groups.append(list)
    return torch.len(groups)
  def ints(self: __torch__.Engine) -> List[int]:
    return annotate(List[int], [])
  def add_int(self: __torch__.Engine, list: List[int], value: int) -> int:
    list.append(value)
    return torch.len(list)
  def item(self: __torch__.Engine, list: List[Tensor], i: int) -> Tensor:
    return list[i]
  def count(self: __torch__.Engine, list: List[Tensor]) -> int:
    return torch.len(list)
  def rest(self: __torch__.Engine, list: List[Tensor]) -> List[Tensor]:
    rest = annotate(List[Tensor], [])
    for i in range(1, torch.len(list)):
      rest.append(list[i])
    return rest
  def first_or_nothing(self: __torch__.Engine, list: List[Tensor], device: str) -> Tensor:
    if torch.len(list) > 0:
      t = list[0]
    else:
      t = torch.zeros([0], dtype=6, layout=None, device=torch.device(device))
    return t
  # Joins the i-th tensors of all groups along dimension 1.
  def join(self: __torch__.Engine, groups: List[List[Tensor]]) -> List[Tensor]:
    joined = annotate(List[Tensor], [])
    if torch.len(groups) > 0:
      for i in range(torch.len(groups[0])):
        parts = annotate(List[Tensor], [])
        for group in groups:
          parts.append(group[i])
        joined.append(torch.cat(parts, 1))
    return joined
  def numel(self: __torch__.Engine, t: Tensor) -> int:
    return torch.numel(t)
  def bytes_of(self: __torch__.Engine, list: List[Tensor]) -> int:
    n = 0
    for t in list:
      n = n + torch.numel(t) * torch.element_size(t)
    return n
  def map_file(self: __torch__.Engine, path: str, numel: int, dtype: int) -> Tensor:
    return __torch__.tensors.map_file(path, numel, dtype)
  def slice1(self: __torch__.Engine, flat: Tensor, start: int, a: int) -> Tensor:
    return torch.narrow(flat, 0, start, a)
  def slice2(self: __torch__.Engine, flat: Tensor, start: int, a: int, b: int) -> Tensor:
    return torch.reshape(torch.narrow(flat, 0, start, a * b), [a, b])
  def place(self: __torch__.Engine, t: Tensor, dtype: int, device: str) -> Tensor:
    return __torch__.tensors.place(t, dtype, device)
  def receive(self: __torch__.Engine, path: str, numel: int, dtype: int, device: str) -> Tensor:
    return __torch__.tensors.receive(path, numel, dtype, device)
  def reshape2(self: __torch__.Engine, t: Tensor, a: int, b: int) -> Tensor:
    return torch.reshape(t, [a, b])
  def reshape3(self: __torch__.Engine, t: Tensor, a: int, b: int, c: int) -> Tensor:
    return torch.reshape(t, [a, b, c])
  def send(self: __torch__.Engine, t: Tensor, path: str, dtype: int) -> Tensor:
    return __torch__.tensors.send(t, path, dtype)
  def nothing(self: __torch__.Engine, device: str) -> Tensor:
    return torch.zeros([0], dtype=6, layout=None, device=torch.device(device))
  def nothing_longs(self: __torch__.Engine, device: str) -> Tensor:
    return torch.zeros([0], dtype=4, layout=None, device=torch.device(device))
  def copy_list(self: __torch__.Engine, list: List[Tensor]) -> List[Tensor]:
    copy = annotate(List[Tensor], [])
    for t in list:
      copy.append(t)
    return copy
  # Replaces entry i by itself plus B @ A; the tensor that stood there is left as it is.
  def add_delta(self: __torch__.Engine, list: List[Tensor], i: int, a: Tensor, b: Tensor) -> int:
    w = list[i]
    list[i] = torch.to(torch.add(torch.to(w, 6), torch.matmul(torch.to(b, 6), torch.to(a, 6))), w.dtype)
    return i
  def multiplied(self: __torch__.Engine, t: Tensor, factor: Tensor) -> Tensor:
    return torch.to(torch.mul(torch.to(t, 6), factor), t.dtype)
  def cat(self: __torch__.Engine, list: List[Tensor], dim: int) -> Tensor:
    return torch.cat(list, dim)
  def scaled(self: __torch__.Engine, t: Tensor, factor: float) -> Tensor:
    return torch.mul(t, factor)
  def finite(self: __torch__.Engine, t: Tensor) -> int:
    return int(bool(torch.all(torch.isfinite(t))))
  def rope(self: __torch__.Engine, positions: Tensor, axis: Tensor, inv_freq: Tensor) -> Tensor:
    return __torch__.decoder.rope(positions, axis, inv_freq)
  def narrow_table(self: __torch__.Engine, table: Tensor, start: int, length: int) -> Tensor:
    return torch.narrow(table, 1, start, length)
  def embed(self: __torch__.Engine, ends: List[Tensor], ids: Tensor, images: Tensor, visual: Tensor) -> Tensor:
    return __torch__.diffusion.embed(ends, ids, images, visual)
  def prefix(self: __torch__.Engine, x: Tensor, layers: List[List[Tensor]], loras: List[List[Tensor]], table: Tensor, deepstack: List[Tensor], visual: Tensor, n: int, kv: int, eps: float) -> List[Tensor]:
    return __torch__.decoder.prefix(x, layers, loras, table, deepstack, visual, n, kv, eps)
  def denoise(self: __torch__.Engine, ends: List[Tensor], layers: List[List[Tensor]], loras: List[List[Tensor]], kept: List[Tensor], table: Tensor, z: Tensor, refs: Tensor, t: float, rows: int, n: int, kv: int, eps: float) -> Tensor:
    time = torch.full([1], t, dtype=6, layout=None, device=z.device)
    x = __torch__.diffusion.gen_tokens(ends, z, refs, time)
    h = __torch__.decoder.generate(x, layers, loras, table, kept, ends[10], rows, n, kv, eps)
    return __torch__.diffusion.head(ends, h)
  def project(self: __torch__.Engine, ends: List[Tensor], hidden: Tensor, eps: float) -> Tensor:
    return __torch__.diffusion.head(ends, __torch__.tensors.rms(hidden, ends[10], eps))
  def velocity(self: __torch__.Engine, x0: Tensor, z: Tensor, s: float) -> Tensor:
    return __torch__.diffusion.velocity(x0, z, s)
  def guide(self: __torch__.Engine, cond: Tensor, uncond: Tensor, scale: float) -> Tensor:
    return __torch__.diffusion.guide(cond, uncond, scale)
  def mix(self: __torch__.Engine, a: Tensor, p: float, b: Tensor, q: float) -> Tensor:
    return __torch__.diffusion.mix(a, p, b, q)
  def noise(self: __torch__.Engine, h: int, w: int, scale: float, device: str) -> Tensor:
    return __torch__.diffusion.noise(h, w, scale, device)
  def clipped_noise(self: __torch__.Engine, z: Tensor, clip: float) -> Tensor:
    return __torch__.diffusion.clipped_noise(z, clip)
  def to_bytes(self: __torch__.Engine, patches: Tensor, h: int, w: int) -> Tensor:
    return __torch__.diffusion.to_bytes(patches, h, w)
  def from_bytes(self: __torch__.Engine, rgb: Tensor, h: int, w: int) -> Tensor:
    return __torch__.diffusion.from_bytes(rgb, h, w)
  def vision_patches(self: __torch__.Engine, rgb: Tensor, h: int, w: int, patch: int, merge: int, frames: int) -> Tensor:
    return __torch__.diffusion.vision_patches(rgb, h, w, patch, merge, frames)
  def encode(self: __torch__.Engine, patches: Tensor, gh: int, gw: int, stem: List[Tensor], blocks: List[List[Tensor]], merger: List[Tensor], taps: List[List[Tensor]], tap_at: List[int], n: int, side: int, merge: int) -> List[Tensor]:
    return __torch__.vision.encode(patches, gh, gw, stem, blocks, merger, taps, tap_at, n, side, merge)

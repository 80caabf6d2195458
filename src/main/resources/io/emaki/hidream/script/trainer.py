# Training steps over one flat float32 vector of parameters: gradients, AdamW and the moving average are a handful of
# kernels whatever the number of tensors. The forward is the engine's own.
class Trainer(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def characters(self: __torch__.Trainer) -> List[int]:
    return annotate(List[int], [])
  def add_character(self: __torch__.Trainer, list: List[int], value: int) -> int:
    list.append(value)
    return value
  def text(self: __torch__.Trainer, list: List[int]) -> str:
    s = ""
    for value in list:
      s = s + chr(value)
    return s
  # Pictures pool[index] [B, S, S, 3] uint8 as float32 [B, 3, S, S] in 0..255.
  def pictures(self: __torch__.Trainer, pool: Tensor, index: Tensor) -> Tensor:
    return torch.permute(torch.to(torch.index_select(pool, 0, index), 6), [0, 3, 1, 2])
  # Views of pictures for the vision tower: rows and cols are the resampling matrices of the inference's Lanczos filter,
  # each pass rounded to grey levels as there. Returns patches [B, N, 3 * frames * patch^2].
  def views(self: __torch__.Trainer, pictures: Tensor, rows: Tensor, cols: Tensor, patch: int, merge: int, frames: int) -> Tensor:
    v = torch.clamp(torch.round(torch.matmul(pictures, torch.t(cols))), 0., 255.)
    v = torch.clamp(torch.round(torch.matmul(rows, v)), 0., 255.)
    v = torch.div(torch.sub(v, 127.5), 127.5)
    b = torch.size(v, 0)
    h = torch.size(v, 2) // patch
    w = torch.size(v, 3) // patch
    grid = torch.reshape(v, [b, 3, h // merge, merge, patch, w // merge, merge, patch])
    grid = torch.reshape(torch.permute(grid, [0, 2, 5, 3, 6, 1, 4, 7]), [b, h * w, 3, 1, patch * patch])
    return torch.reshape(torch.repeat_interleave(grid, frames, 3), [b, h * w, 3 * frames * patch * patch])
  # Views of the flat vector as leaves that record gradients; cols 0 marks a one-dimensional tensor.
  def leaves(self: __torch__.Trainer, flat: Tensor, offsets: List[int], rows: List[int], cols: List[int]) -> List[Tensor]:
    made = annotate(List[Tensor], [])
    for i in range(torch.len(offsets)):
      if cols[i] == 0:
        t = torch.narrow(flat, 0, offsets[i], rows[i])
      else:
        t = torch.reshape(torch.narrow(flat, 0, offsets[i], rows[i] * cols[i]), [rows[i], cols[i]])
      made.append(torch.requires_grad_(torch.detach(t), True))
    return made
  def no_loras(self: __torch__.Trainer, count: int, like: Tensor) -> List[List[Tensor]]:
    nothing = torch.zeros([0], dtype=6, layout=None, device=like.device)
    made = annotate(List[List[Tensor]], [])
    for i in range(count):
      layer = annotate(List[Tensor], [])
      for j in range(14):
        layer.append(nothing)
      made.append(layer)
    return made
  # Adds the gradient of one batch's loss, times weight, to grads, and returns the loss. Targets are the pictures target [B]
  # of the pool [N, H, W, 3], references the pictures reference [B], or none where it is empty.
  #   1 - s = sigmoid(sigma * N(0, 1) + mean), x_t = (1 - s) * x0 + s * noise_scale * eps,
  #   loss = mean(((prediction - x0) / max(s, floor))^2), the velocity's error.
  # With recompute, no more than one decoder layer's intermediate results are kept at a time.
  def accumulate(self: __torch__.Trainer, master: Tensor, grads: Tensor, dtype: int, recompute: int, offsets: List[int], rows: List[int], cols: List[int], blocks: int, taps: int, layers: int, tap_at: List[int], pool: Tensor, target: Tensor, reference: Tensor, view_rows: Tensor, view_cols: Tensor, ids: Tensor, visual: Tensor, ar_table: Tensor, gen_table: Tensor, vision_heads: int, side: int, patch: int, merge: int, frames: int, n: int, kv: int, eps: float, noise_scale: float, mean: float, sigma: float, floor: float, boxes: Tensor, focus: float, weight: float, seed: int) -> Tensor:
    p = self.leaves(torch.to(master, dtype), offsets, rows, cols)
    x0 = __torch__.diffusion.patchify(torch.div(torch.sub(self.pictures(pool, target), 127.5), 127.5))
    views = torch.zeros([0], dtype=6, layout=None, device=pool.device)
    refs = views
    grid_h = 0
    grid_w = 0
    if torch.numel(reference) > 0:
      clean = self.pictures(pool, reference)
      refs = __torch__.diffusion.patchify(torch.div(torch.sub(clean, 127.5), 127.5))
      views = self.views(clean, view_rows, view_cols, patch, merge, frames)
      grid_h = torch.size(view_rows, 0) // patch
      grid_w = torch.size(view_cols, 0) // patch
    generator = torch.manual_seed(seed)
    b = torch.size(x0, 0)
    t = __torch__.flow.times(b, mean, sigma, x0)
    s = __torch__.flow.noise_share(t)
    z = __torch__.flow.noisy(x0, s, noise_scale)
    weights = torch.mul(torch.ones_like(s), weight)
    if torch.numel(boxes) > 0:
      weights = torch.mul(__torch__.flow.focus(boxes, torch.size(pool, 1), torch.size(pool, 2), focus), weight)
    loras = self.no_loras(layers, pool)
    ar = torch.to(ar_table, dtype)
    gen = torch.to(gen_table, dtype)
    front = __torch__.prediction.front(p, blocks, taps, tap_at, ids, visual, views, grid_h, grid_w, z, refs, t, vision_heads, side, merge)
    first = 14 + 12 * blocks + 6 + 6 * taps
    if recompute != 0:
      loss, found = __torch__.recompute.gradients(p, first, layers, front, loras, visual, ar, gen, x0, s, floor, weights, n, kv, eps)
    else:
      x = __torch__.prediction.finish(p, __torch__.prediction.decoder_layers(p, first, layers), front, loras, visual, ar, gen, torch.size(x0, 1), n, kv, eps)
      loss = __torch__.flow.weighted_loss(x, x0, s, floor, weights)
      found = torch.autograd.grad([loss], p, None, None, False, True)
    flat = annotate(List[Tensor], [])
    for i in range(torch.len(p)):
      g = found[i]
      if g is not None:
        flat.append(torch.reshape(g, [-1]))
      else:
        flat.append(torch.zeros([torch.numel(p[i])], dtype=dtype, layout=None, device=pool.device))
    added = torch.add_(grads, torch.cat(flat))
    return torch.div(torch.detach(loss), weight)
  # Scales grads down to a norm of at most limit; returns the norm before.
  def clip(self: __torch__.Trainer, grads: Tensor, limit: float) -> Tensor:
    return __torch__.optimizer.clip(grads, limit)
  def adamw(self: __torch__.Trainer, master: Tensor, grads: Tensor, m: Tensor, v: Tensor, step: int, lr: float, beta1: float, beta2: float, eps: float, decay: float) -> Tensor:
    return __torch__.optimizer.apply(master, __torch__.optimizer.adam(grads, m, v, step, beta1, beta2, eps), lr, decay)
  # The same with Muon for the matrices of a group number of 0 and above; groups hold matrices of one shape.
  def muon(self: __torch__.Trainer, master: Tensor, grads: Tensor, m: Tensor, v: Tensor, step: int, lr: float, beta1: float, beta2: float, eps: float, decay: float, offsets: List[int], rows: List[int], cols: List[int], groups: List[int], count: int) -> Tensor:
    update = __torch__.optimizer.adam(grads, m, v, step, beta1, beta2, eps)
    replaced = __torch__.optimizer.muon(update, torch.lerp(grads, m, beta1), offsets, rows, cols, groups, count)
    return __torch__.optimizer.apply(master, update, lr, decay)
  def adamw8(self: __torch__.Trainer, master: Tensor, grads: Tensor, m: Tensor, m_scale: Tensor, v: Tensor, v_scale: Tensor, signed: Tensor, unsigned: Tensor, step: int, lr: float, beta1: float, beta2: float, eps: float, decay: float) -> int:
    return __torch__.optimizer.adamw8(master, grads, m, m_scale, v, v_scale, signed, unsigned, step, lr, beta1, beta2, eps, decay)
  # After a step: moves the average towards master and clears grads.
  def settle(self: __torch__.Trainer, master: Tensor, grads: Tensor, average: Tensor, decay: float) -> Tensor:
    moved = torch.lerp_(average, master, 1. - decay)
    return torch.zero_(grads)
  def zeros(self: __torch__.Trainer, numel: int, device: str) -> Tensor:
    return torch.zeros([numel], dtype=6, layout=None, device=torch.device(device))
  # Bytes of pictures one after another as [N, H, W, 3].
  def pictures_of(self: __torch__.Trainer, bytes: Tensor, height: int, width: int) -> Tensor:
    return torch.reshape(bytes, [-1, height, width, 3])
  def pool(self: __torch__.Trainer, count: int, size: int, device: str) -> Tensor:
    return torch.zeros([count, size, size, 3], dtype=0, layout=None, device=torch.device(device))
  # Copies pictures [count, size, size, 3] from the file at path into the pool from slot start.
  def fill(self: __torch__.Trainer, pool: Tensor, path: str, start: int, count: int) -> Tensor:
    size = torch.size(pool, 1)
    given = torch.reshape(torch.from_file(path, False, count * size * size * 3, dtype=0), [count, size, size, 3])
    return torch.copy_(torch.narrow(pool, 0, start, count), given)
  def tally(self: __torch__.Trainer, sum: Tensor, loss: Tensor) -> Tensor:
    return torch.add_(sum, loss)
  # The sum, which begins anew.
  def take(self: __torch__.Trainer, sum: Tensor) -> float:
    value = float(torch.item(sum))
    cleared = torch.zero_(sum)
    return value
  def number(self: __torch__.Trainer, t: Tensor) -> float:
    return float(torch.item(t))
  def narrow(self: __torch__.Trainer, flat: Tensor, start: int, numel: int) -> Tensor:
    return torch.narrow(flat, 0, start, numel)

# Building blocks: typed lists, transfer of data through files, dtype-aware linear layers.
# The files of this folder are TorchScript in the dialect of serialised archives: operators by their full
# `torch.` names, every argument typed, dtypes as numbers (float32 6, bfloat16 15, float8_e4m3fn 24).

# The file at `path` as a tensor that is read only, paged in as it is used.
def map_file(path: str, numel: int, dtype: int) -> Tensor:
  return torch.from_file(path, False, numel, dtype=dtype)

def slice_flat(flat: Tensor, start: int, numel: int) -> Tensor:
  return torch.narrow(flat, 0, start, numel)

def place(t: Tensor, dtype: int, device: str) -> Tensor:
  return torch.to(t, torch.device(device), dtype)

# A tensor that owns its memory, read from the file at `path`.
def receive(path: str, numel: int, dtype: int, device: str) -> Tensor:
  return torch.to(torch.clone(torch.from_file(path, False, numel, dtype=dtype)), torch.device(device), dtype)

# Copies `t` into the file at `path`, converted to `dtype`; the file must hold at least numel elements.
def send(t: Tensor, path: str, dtype: int) -> Tensor:
  host = torch.reshape(torch.to(t, torch.device("cpu"), dtype), [-1])
  return torch.copy_(torch.from_file(path, True, torch.numel(host), dtype=dtype), host)

def linear(x: Tensor, w: Tensor, scale: Tensor) -> Tensor:
  if w.dtype == x.dtype:
    y = torch.linear(x, w)
  else:
    y = torch.linear(x, torch.mul(torch.to(w, x.dtype), torch.to(scale, x.dtype)))
  return y

# y + B(A(x)); A and B are empty where no adapter touches this layer. The joint scale is folded into A.
def linear_lora(x: Tensor, w: Tensor, scale: Tensor, a: Tensor, b: Tensor) -> Tensor:
  y = __torch__.tensors.linear(x, w, scale)
  if torch.numel(a) > 0:
    y = torch.add(y, torch.linear(torch.linear(x, a), b))
  return y

# RMSNorm over the last dimension, computed in float32 inside (Qwen3VLTextRMSNorm).
def rms(x: Tensor, w: Tensor, eps: float) -> Tensor:
  return torch.rms_norm(x, [torch.size(w, 0)], w, eps)

# Rotary embedding x * cos + rotate_half(x) * sin; the table holds sin with its first half negated, so that the swapped
# halves need no sign. cos and sin are float32 in every precision of inference; training passes its compute dtype.
def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
  swapped = torch.roll(x, [torch.size(x, -1) // 2], [-1])
  return torch.to(torch.addcmul(torch.mul(x, cos), swapped, sin), x.dtype)

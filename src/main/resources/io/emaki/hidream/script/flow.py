# Flow matching as sampling defines it: x_t = (1 - s) * x0 + s * noise_scale * eps, and the model predicts x0.

# 1 - s of a batch [B], float32: sigmoid(sigma * N(0, 1) + mean) (logit-normal, Esser et al. 2024).
def times(b: int, mean: float, sigma: float, like: Tensor) -> Tensor:
  return torch.sigmoid(torch.add(torch.mul(torch.randn([b], dtype=6, layout=None, device=like.device), sigma), mean))

# s as a factor for patches, [B, 1, 1].
def noise_share(t: Tensor) -> Tensor:
  return torch.reshape(torch.rsub(t, 1.), [torch.size(t, 0), 1, 1])

def noisy(x0: Tensor, s: Tensor, noise_scale: float) -> Tensor:
  return torch.add(torch.mul(x0, torch.rsub(s, 1.)), torch.mul(torch.mul(torch.randn_like(x0), s), noise_scale))

# The velocity's mean squared error, mean(((prediction - x0) / max(s, floor))^2).
def loss(prediction: Tensor, x0: Tensor, s: Tensor, floor: float) -> Tensor:
  error = torch.div(torch.sub(prediction, x0), torch.clamp(s, floor))
  return torch.mean(torch.mul(error, error))

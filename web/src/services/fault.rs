//! Why a request was not answered.

/// Why a request was not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The engine says what is wrong.
    #[error("{0}")]
    Refused(String),
    /// The worker broke off; the job stands again as it was before the request.
    #[error("处理这一步时程序中断，已恢复到这一步之前 (the engine broke off; the job was restored)")]
    Restored,
    /// None of the files could be read; what was open stays.
    #[error("{0}。原来打开的一批没有改变 (nothing could be read; the open batch stays)")]
    Kept(String),
    /// The user ended it.
    #[error("已取消 (cancelled)")]
    Cancelled,
    /// The worker cannot be started, or breaks off again and again.
    #[error(
        "数据处理程序未能启动：{0}。请刷新本页；仍不行的，换用新版 Chrome 或 Edge (the engine does not start)"
    )]
    Broken(String),
}
